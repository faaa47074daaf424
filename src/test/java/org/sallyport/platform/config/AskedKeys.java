package org.sallyport.platform.config;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Finds out which keys the code knows, by what it asks an entry for. */
final class AskedKeys {
  private AskedKeys() {}

  /**
   * The keys that reading asks for.
   *
   * @param entry a sound entry, as JSON
   */
  static Set<String> of(String entry, Consumer<ConfigValue> reading) {
    var asked = new TreeSet<String>();
    var object = Json.createReader(new StringReader(entry)).readObject();
    var spy =
        (JsonObject)
            Proxy.newProxyInstance(
                AskedKeys.class.getClassLoader(),
                new Class<?>[] {JsonObject.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("get")) {
                    asked.add(String.valueOf(arguments[0]));
                  }
                  return method.invoke(object, arguments);
                });
    reading.accept(new ConfigValue("entry", spy));
    return asked;
  }
}
