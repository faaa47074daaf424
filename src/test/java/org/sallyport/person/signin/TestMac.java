package org.sallyport.person.signin;

import java.security.MessageDigest;
import java.util.Arrays;
import org.sallyport.platform.crypto.Mac;
import org.sallyport.platform.crypto.Purpose;
import org.sallyport.platform.crypto.ServerMac;

/** Authenticates under one key that never rotates. */
record TestMac(byte number) implements ServerMac {

  @Override
  public byte[] mac(Purpose purpose, byte[] data) {
    var key = new byte[Mac.LENGTH];
    Arrays.fill(key, number);
    return Arrays.copyOf(new Mac(key).of(data), LENGTH);
  }

  @Override
  public boolean verify(Purpose purpose, byte[] data, byte[] code) {
    return MessageDigest.isEqual(mac(purpose, data), code);
  }
}
