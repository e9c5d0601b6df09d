package org.inferscope.io.hub;

/**
 * A file of a model as the hub lists it.
 *
 * @param name its name in the model's folder, without a path
 * @param size in bytes, or {@link #UNKNOWN}
 * @param sha256 of its content, as lower-case hexadecimal digits; known for large files
 * @param blob what Git calls a file of this content: the SHA-1 of {@code "blob <size>\0"} and the
 *     content; known for small files. Empty where it is not known, as is the other.
 */
record HubFile(String name, long size, String sha256, String blob) {
  /** A size that the hub does not say. */
  static final long UNKNOWN = -1;

  /** What tells this content from any other, as far as that is known. */
  String identity() {
    String hash = sha256.isEmpty() ? "git " + blob : "sha256 " + sha256;
    return hash + " " + size;
  }

  /** Whether the list does not say enough to tell this content from another. */
  boolean isUnknown() {
    return size == UNKNOWN || (sha256.isEmpty() && blob.isEmpty());
  }

  /** The same with what an answer for the file says, where the list did not say it. */
  HubFile or(long otherSize, String tag) {
    boolean nothing = sha256.isEmpty() && blob.isEmpty();
    String otherSha = nothing && tag.matches("[0-9a-f]{64}") ? tag : sha256;
    String otherBlob = nothing && tag.matches("[0-9a-f]{40}") ? tag : blob;
    return new HubFile(name, size == UNKNOWN ? otherSize : size, otherSha, otherBlob);
  }
}
