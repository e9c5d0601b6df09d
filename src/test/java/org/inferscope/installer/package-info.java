/**
 * The tools that build the packages. They lie in {@code installer/java}, outside of the program,
 * and are compiled here as they are there: by javac and nothing else.
 */
package org.inferscope.installer;
