package org.sallyport.platform.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.logging.Logger;
import org.sallyport.platform.config.ConfigurationException;
import org.sallyport.platform.config.Settings;

/** Where the master key is from: a setting, a file, or a file made here for first steps. */
@ApplicationScoped
public class MasterKeySource {
  private static final Logger LOG = Logger.getLogger(MasterKeySource.class.getName());
  private static final String SETTING = "setting keys.master-key";
  private static final String REMEDY =
      "give 32 random bytes as base64, such as openssl rand -base64 32 makes";

  @Inject Settings settings;

  /** The master key; refuses to do without one, except beside the embedded database. */
  @Produces
  @Singleton
  MasterKey masterKey() {
    var keys = settings.keys();
    return keys.masterKey().map(k -> parse(SETTING, k)).orElseGet(this::fromFile);
  }

  /** The master key that a server with these settings has; refuses where none was made yet. */
  public static MasterKey existing(Settings settings) {
    var written = settings.keys().masterKey();
    return written.isPresent()
        ? parse(SETTING, written.get())
        : read(new MasterKeyFile(settings.keys().masterKeyFile()));
  }

  private static MasterKey read(MasterKeyFile file) {
    try {
      return parse("master key file " + file.path(), file.read());
    } catch (IOException e) {
      throw new ConfigurationException(
          SETTING,
          "is missing, and the file " + file.path() + " cannot be read",
          "give the master key of the server");
    }
  }

  private MasterKey fromFile() {
    var file = new MasterKeyFile(settings.keys().masterKeyFile());
    if (!file.exists() && !settings.database().embedded()) {
      throw new ConfigurationException(SETTING, "is needed with this database", REMEDY);
    }
    try {
      if (!file.exists()) {
        make(file);
      }
      return parse("master key file " + file.path(), file.read());
    } catch (IOException e) {
      var wrong = "cannot be read or made: " + e;
      throw new ConfigurationException("master key file " + file.path(), wrong, "mend that");
    }
  }

  private static void make(MasterKeyFile file) throws IOException {
    file.write(MasterKey.random());
    LOG.warning(
        "A MASTER KEY WAS MADE in "
            + file.path()
            + ": whoever has it and the database can sign as this server, and without it no key in"
            + " the database can be used again. Keep a copy apart from the database, or give a key"
            + " of your own as keys.master-key before anybody relies on this server.");
  }

  private static MasterKey parse(String place, String text) {
    try {
      return MasterKey.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(place, "is not base64 of 32 bytes", REMEDY);
    }
  }
}
