/**
 * What the tests of every package share: marks for real-window tests, and the check of a display.
 */
package org.inferscope.support;
