package org.inferscope.tab.matmul;

/**
 * What the stage's layout depends on.
 *
 * @param width width of the stage in pixels of user space
 * @param height its height
 * @param m rows of A and C
 * @param ka columns of A
 * @param kb rows of B; equal to ka unless the inner dimensions were set apart
 * @param n columns of B and C
 * @param arrangement the arrangement asked for
 * @param systolic whether C is a grid of multiply-add cells that A and B march into
 * @param narrated whether the sentence that says what happens stands on the stage itself
 * @param unit pixels of one unscaled pixel of the design: UI scale times projector factor
 */
record StageSpec(
    double width,
    double height,
    int m,
    int ka,
    int kb,
    int n,
    Arrangement arrangement,
    boolean systolic,
    boolean narrated,
    double unit) {

  double px(double unscaled) {
    return unscaled * unit;
  }
}
