package org.sallyport.platform.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.Setting;
import org.sallyport.platform.config.TextFile;

/**
 * The directories in which an installation has texts of its own, as one setting names them.
 *
 * @param longest how many characters a file may have
 */
public record TextFolder(Setting setting, int longest) {

  /** The files of a directory, by their names; refuses one that cannot be read. */
  public List<Path> files(Path directory) {
    try (var files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw wrong(directory, "cannot read it", "name a directory that this user may read");
    }
  }

  /** The text in a file; refuses one that is too long, or not in UTF-8. */
  public String text(Path file) {
    var text = read(file);
    if (text.length() > longest) {
      throw wrong(file, "it is longer than " + longest + " characters", "shorten it");
    }
    return text;
  }

  private String read(Path file) {
    try {
      return TextFile.read(file);
    } catch (IOException e) {
      throw wrong(file, "cannot read it", "write a UTF-8 file that this user may read");
    }
  }

  /** What is written in a file of properties, by its keys; refuses what {@link #text} does. */
  public Map<String, String> properties(Path file) {
    try {
      return TextFile.properties(text(file));
    } catch (IllegalArgumentException e) {
      throw wrong(file, "an escape in it is none", "write it like \\u00e4, or the letter itself");
    }
  }

  /** The refusal of a file or directory: what is wrong with it, and what to do. */
  public ConfigurationException wrong(Path place, String what, String remedy) {
    return setting.wrong(place + ": " + what, remedy);
  }
}
