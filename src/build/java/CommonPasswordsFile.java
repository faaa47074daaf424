import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/**
 * Makes the file of common passwords in the WAR: of each password in a list that has eight
 * characters or more, the first five bytes of the SHA-256 of its folded text, in their order. The
 * build runs it as a source file, with the JAR that has the list, the list, and the file to make.
 */
final class CommonPasswordsFile {
  private static final int SHORTEST = 8;
  private static final int LENGTH = 5;

  private CommonPasswordsFile() {}

  public static void main(String[] arguments) throws IOException, NoSuchAlgorithmException {
    var sha256 = MessageDigest.getInstance("SHA-256");
    var hashes = new TreeSet<byte[]>(Arrays::compareUnsigned);
    try (var jar = new ZipFile(arguments[0]);
        var list = jar.getInputStream(jar.getEntry(arguments[1]));
        var lines = new BufferedReader(new InputStreamReader(list, UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.codePointCount(0, line.length()) >= SHORTEST) {
          hashes.add(Arrays.copyOf(sha256.digest(folded(line).getBytes(UTF_8)), LENGTH));
        }
      }
    }
    var file = new ByteArrayOutputStream();
    hashes.forEach(file::writeBytes);
    var target = Path.of(arguments[2]);
    Files.createDirectories(target.getParent());
    Files.write(target, file.toByteArray());
  }

  // As FoldedText of the server does it, which a test compares.
  private static String folded(String text) {
    var compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
    var lower = compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFKC);
  }
}
