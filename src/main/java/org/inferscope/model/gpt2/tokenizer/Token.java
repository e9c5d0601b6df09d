package org.inferscope.model.gpt2.tokenizer;

/**
 * A token of a text and where it comes from. Tokens are cut between bytes, so several may share a
 * character that takes more than one byte; each of these spans the whole character. Immutable.
 *
 * @param id from 0
 * @param piece as vocabularies spell it: "Ġthe"
 * @param start index of its first character in the text, in UTF-16 units
 * @param end index after its last character
 * @param firstByte index of its first byte in the text's UTF-8
 * @param endByte index after its last byte
 */
public record Token(int id, String piece, int start, int end, int firstByte, int endByte) {}
