package org.sallyport.interaction;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.List;
import org.sallyport.platform.json.Json;
import org.sallyport.protocol.request.Parameters;

/** Parameters as a JSON object of arrays, in their order. */
public final class ParametersJson {
  private ParametersJson() {}

  /** An object with an array of texts for each name. */
  public static JsonObjectBuilder write(Parameters parameters) {
    var json = Json.createObjectBuilder();
    parameters.asMap().forEach((name, all) -> json.add(name, Json.createArrayBuilder(all)));
    return json;
  }

  /** The parameters of an object that {@link #write} made. */
  public static Parameters read(JsonObject json) {
    var values = new LinkedHashMap<String, List<String>>();
    json.forEach(
        (name, all) -> values.put(name, all.asJsonArray().getValuesAs(JsonString::getString)));
    return Parameters.of(values);
  }
}
