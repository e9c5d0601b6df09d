package org.inferscope.cli;

import java.util.Optional;
import java.util.function.Supplier;
import org.inferscope.cli.gpu.GpuDesk;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.LinearPeer;
import org.inferscope.io.UserFolders;

/**
 * What a command reaches outside itself, so that tests can give it something else.
 *
 * @param folders the user's folders
 * @param compute makes a compute service that has begun to look for devices
 * @param torch PyTorch; empty where it is not on the class path
 * @param gpu NVIDIA's cards, and what is needed to use them
 * @param window opens the window
 */
record Surroundings(
    UserFolders folders,
    Supplier<ComputeService> compute,
    Optional<LinearPeer> torch,
    GpuDesk gpu,
    WindowOpener window) {}
