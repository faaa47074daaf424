package org.sallyport.platform.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.sallyport.platform.config.TextFile;

/** A file that holds a master key as base64, for its owner's eyes only. */
record MasterKeyFile(Path path) {

  boolean exists() {
    return Files.exists(path);
  }

  String read() throws IOException {
    return TextFile.read(path);
  }

  /** Makes the file, complete or not at all. */
  void write(String key) throws IOException {
    Files.createDirectories(path.toAbsolutePath().resolve("..").normalize());
    var draft = path.resolveSibling(path.getFileName() + ".new");
    Files.deleteIfExists(draft);
    try (var file = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), ownerOnly())) {
      file.write(ByteBuffer.wrap((key + "\n").getBytes(US_ASCII)));
      file.force(true);
    }
    Files.move(draft, path);
  }

  private static FileAttribute<?>[] ownerOnly() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    var owner = PosixFilePermissions.fromString("rw-------");
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)};
  }
}
