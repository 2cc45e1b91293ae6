package leakcensus.spark.keep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import leakcensus.night.NightState;

/** The state of a night as JSON, as it is kept for the next one. */
public final class NightJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private NightJson() {}

  /** The JSON of a state. */
  public static byte[] encode(NightState state) {
    try {
      return JSON.writeValueAsBytes(state);
    } catch (JsonProcessingException fault) {
      // Without the cause, which quotes paths.
      throw new IllegalStateException("Cannot write the state of a night as JSON");
    }
  }

  /** The state of some JSON. */
  public static NightState decode(byte[] json) {
    try {
      return JSON.readValue(json, NightState.class);
    } catch (IOException fault) {
      // Without the cause, which quotes paths.
      throw new IllegalStateException("Cannot read the state of a night: it is no such JSON");
    }
  }
}
