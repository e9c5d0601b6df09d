package org.inferscope.tab.gpt2.whatif;

import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.whatif.Ablation;
import org.inferscope.tab.gpt2.desk.Shown;

/**
 * A pass and the same pass without some parts. Immutable.
 *
 * @param shown with all parts
 * @param ablation what was taken away
 * @param after without; the same as that with all where nothing was
 */
record WhatIfResult(Shown shown, Ablation ablation, Gpt2Trace after) {}
