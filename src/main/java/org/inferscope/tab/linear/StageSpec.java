package org.inferscope.tab.linear;

/**
 * What the layout of the stage depends on.
 *
 * @param width width of the stage in pixels of user space
 * @param height its height
 * @param inputs I
 * @param outputs O
 * @param batch T
 * @param narrated whether the sentence stands under the terms; else it stands elsewhere
 * @param unit pixels of an unscaled pixel
 * @param smallest smallest size of type, unscaled
 */
record StageSpec(
    int width,
    int height,
    int inputs,
    int outputs,
    int batch,
    boolean narrated,
    double unit,
    double smallest) {}
