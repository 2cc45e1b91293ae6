package leakcensus.kernels;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import leakcensus.pseudonym.CmacBatch;
import leakcensus.pseudonym.DomainTokens;
import leakcensus.pseudonym.TokenKey;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Nanoseconds to make the keyed token of one value. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(MadeUpValues.COUNT)
public class Hashing {

  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final CmacBatch batch = new CmacBatch(TokenKey.of(KEY));
  private final DomainTokens tokens = new DomainTokens(TokenKey.of(KEY));
  private final CMac cmac = new CMac(AESEngine.newInstance());
  private final Mac hmac;
  private final byte[] code = new byte[16];
  private final String[] mails = MadeUpValues.mails();

  public Hashing() {
    cmac.init(new KeyParameter(KEY));
    try {
      hmac = Mac.getInstance("HmacSHA256");
      hmac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("Cannot find HMAC-SHA-256 in this Java runtime", fault);
    }
  }

  @Benchmark
  public void tokenOurs(Blackhole hole) {
    batch.clear();
    tokens.clear();
    for (String mail : mails) {
      batch.add(0x40, mail);
    }
    batch.seal();
    for (int message = 0; message < mails.length; message++) {
      tokens.add(5, batch.high(message), batch.low(message));
    }
    tokens.seal();
    hole.consume(tokens.token(0));
  }

  @Benchmark
  public void tokenByBouncyCastle(Blackhole hole) {
    for (String mail : mails) {
      byte[] bytes = mail.getBytes(StandardCharsets.UTF_8);
      cmac.update((byte) 5);
      cmac.update(bytes, 0, bytes.length);
      cmac.doFinal(code, 0);
      hole.consume(code);
    }
  }

  @Benchmark
  public void tokenByHmac(Blackhole hole) {
    for (String mail : mails) {
      hmac.update((byte) 5);
      hole.consume(hmac.doFinal(mail.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
