package org.sallyport.platform.persistence.connection;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.Settings;

/** The file of the embedded database: it holds the hashes of passwords, so it is its owner's. */
public record EmbeddedFile(Path path) {
  private static final String PREFIX = "jdbc:h2:file:";
  private static final String OWNER_ONLY = "rw-------";
  private static final int LOCKED = 90_020;
  private static final long LEAST_ROOM = 4L << 20;
  private static final long LITTLE_ROOM = 100L << 20;

  /** The file of these settings, if the database is one. */
  public static Optional<EmbeddedFile> of(Settings.DatabaseSettings settings) {
    return Optional.of(settings.url())
        .filter(url -> url.startsWith(PREFIX))
        .map(url -> url.substring(PREFIX.length()).split(";", 2)[0])
        .map(name -> new EmbeddedFile(Path.of(name + ".mv.db")));
  }

  /** Makes the file if there is none, and keeps everybody but its owner from reading it. */
  void guard() {
    try {
      Files.createDirectories(path.toAbsolutePath().resolve("..").normalize());
      if (!Files.exists(path)) {
        make();
      }
      if (posix()) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(OWNER_ONLY));
      }
    } catch (IOException e) {
      throw new ConfigurationException(
          "setting data-directory",
          "the database file cannot be made or kept private (" + e + ")",
          "name a directory that this user may write to");
    }
  }

  /** Whether this fault says that another process has the file open. */
  boolean isLocked(Throwable fault) {
    return StoreFault.causes(fault)
        .anyMatch(f -> f instanceof SQLException refused && refused.getErrorCode() == LOCKED);
  }

  /** The complaint that another process has the file open. */
  ConfigurationException locked() {
    return new ConfigurationException(
        "setting data-directory",
        "the database " + path + " is locked by another process",
        "stop the server that runs on it, or name another directory; for several nodes, use"
            + " PostgreSQL");
  }

  /** Whether it is there, as it was when the database was opened. */
  public boolean isThere() {
    return Files.exists(path);
  }

  /**
   * Whether its disk is as good as full: less than 4 MiB are left. The database then takes one
   * write and refuses the next, as long as there is free room inside its own file.
   */
  public boolean isOnFullDisk() {
    return hasRoomBelow(LEAST_ROOM);
  }

  /** Whether less than 100 MiB are left on its disk. */
  public boolean isShortOfRoom() {
    return hasRoomBelow(LITTLE_ROOM);
  }

  private boolean hasRoomBelow(long bytes) {
    try {
      var disk = Files.getFileStore(path);
      // A disk that does not tell has no size at all, and is found out by writing.
      return disk.getTotalSpace() > 0 && disk.getUsableSpace() < bytes;
    } catch (IOException e) {
      return false;
    }
  }

  private void make() throws IOException {
    FileChannel.open(
            path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), attributes())
        .close();
  }

  private static FileAttribute<?>[] attributes() {
    return posix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean posix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
