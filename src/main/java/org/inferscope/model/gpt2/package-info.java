/**
 * GPT-2: its sizes, a forward pass that gives every value on the way, and decoding with a cache.
 *
 * <p>Called by commands and by the explorer's presenter. Sizes, traces and what is chosen are
 * immutable and for any thread; what holds weights on a device belongs to the compute thread.
 *
 * <p>Values are named as TransformerLens names them, see {@link org.inferscope.model.gpt2.Site};
 * hidden states are counted as Hugging Face's library counts them. A value that is neither kept nor
 * replaced is not made apart from what it goes into: then attention is one call of the backend, and
 * a layer's sums are added to the residual stream where they are computed. Attention is kept
 * without the zeros above its diagonal.
 *
 * <h2>How fast</h2>
 *
 * Random weights of GPT-2 small's shapes in float32, logits of the last token, on two cores of a
 * Xeon with AVX-512 that other machines' work slowed down; medians of three turns, in milliseconds,
 * each taking its turn with PyTorch 2.7.1 (through DJL) and Debian's PyTorch 1.13 with passive
 * waits. A ratio below 1 is in Inferscope's favour.
 *
 * <table>
 *   <caption>Prompts</caption>
 *   <tr><th>tokens</th><th>Inferscope</th><th>2.7.1</th><th>1.13</th><th>to 2.7.1</th>
 *       <th>wanted</th><th>to 1.13</th></tr>
 *   <tr><td>4</td><td>40</td><td>39</td><td>75</td><td>0.99</td><td>0.5</td><td>0.52</td></tr>
 *   <tr><td>64</td><td>149</td><td>102</td><td>141</td><td>1.46</td><td>0.85</td><td>1.06</td></tr>
 *   <tr><td>128</td><td>246</td><td>171</td><td>267</td><td>1.46</td><td>0.8</td><td>0.90</td></tr>
 *   <tr><td>512</td><td>688</td><td>783</td><td>944</td><td>0.84</td><td>0.75</td><td>0.73</td></tr>
 *   <tr><td>1024</td><td>1569</td><td>1950</td><td>2492</td><td>0.70</td><td>0.5</td>
 *       <td>0.62</td></tr>
 * </table>
 *
 * Keeping all hidden states and attention changed that by −5 to +6 %, as much as the same pass
 * differs from itself. A further token after 64 takes 25.4 ms (21.6 at best, 23 GB/s of weights)
 * with weights of 32 bits, 0.71 times as long with BF16 and 0.50 with INT8; wanted were 0.6 and
 * 0.45.
 *
 * <table>
 *   <caption>What was tried, on the same processor with other work beside</caption>
 *   <tr><th>tried</th><th>predicted</th><th>measured</th></tr>
 *   <tr><td>4 rows: OpenBLAS's kernels for small products, on columns of the weights in place</td>
 *       <td>as quick as the memory</td><td>31 to 37 ms for the layers, 10 GB/s: they jump from
 *       page to page. Dropped</td></tr>
 *   <tr><td>1 row: each thread some columns</td><td>14 ms</td><td>16 to 20 ms</td></tr>
 *   <tr><td>1 row: each thread a stretch of whole rows</td><td>14 ms</td><td>13.7 ms, 25 GB/s: all
 *       the memory gives. Kept</td></tr>
 *   <tr><td>4 rows: the same stretches, copied and multiplied in panels</td><td>18 ms</td>
 *       <td>21 ms of processor time. Kept up to 16 rows</td></tr>
 *   <tr><td>these stretches for 64 and 128 rows too</td><td>quicker, as the memory is read in
 *       order</td><td>a fifth slower at 64, the same at 128. Not kept</td></tr>
 *   <tr><td>panels of copied weights against OpenBLAS</td><td>ahead up to 128 rows</td><td>ahead
 *       up to 256, behind from 512 on. Kept up to 384 rows</td></tr>
 *   <tr><td>OpenBLAS: columns for each thread, 384 inputs at a time</td><td>5 %</td><td>3 to 25 %,
 *       by what it is compared with. Kept</td></tr>
 *   <tr><td>BF16 in pairs instead of one by one</td><td>a third less to compute</td><td>0.84 → 0.71
 *       of the time with 32 bits, together with the next line. Kept</td></tr>
 *   <tr><td>no second check of bounds, large pages</td><td>10 %</td><td>about 10 % for a token with
 *       rounded weights, nothing to be seen for prompts. Kept</td></tr>
 * </table>
 *
 * What holds prompts of 64 and 128 tokens up is the product itself: of 128 ms for 64 tokens 111 are
 * in the four layers of the blocks, 8 in the unembedding, 5 in attention with its softmax, 2 in the
 * layer norms. Why the panels reach 85 % of the processor alone and half of that here has not been
 * found.
 */
@NullMarked
package org.inferscope.model.gpt2;

import org.jspecify.annotations.NullMarked;
