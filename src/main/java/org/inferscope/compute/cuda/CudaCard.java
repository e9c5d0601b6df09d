package org.inferscope.compute.cuda;

/**
 * A card as the driver describes it.
 *
 * @param index its number, from 0, as CUDA counts
 * @param name what it calls itself, such as {@code NVIDIA GeForce RTX 3060}
 * @param capability which machine code it runs
 * @param memory bytes
 */
public record CudaCard(int index, String name, Capability capability, long memory) {}
