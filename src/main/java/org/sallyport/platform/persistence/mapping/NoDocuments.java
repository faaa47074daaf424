package org.sallyport.platform.persistence.mapping;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/**
 * No column is mapped as a document. Said outright, because Hibernate would else start a Jackson of
 * its own choice, and on Payara that picks up modules of the server's.
 */
final class NoDocuments implements FormatMapper {

  @Override
  public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
    throw new UnsupportedOperationException("no column is a document");
  }

  @Override
  public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
    throw new UnsupportedOperationException("no column is a document");
  }
}
