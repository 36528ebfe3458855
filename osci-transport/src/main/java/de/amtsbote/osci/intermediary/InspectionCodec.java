package de.amtsbote.osci.intermediary;

import de.amtsbote.osci.model.Inspection;
import de.amtsbote.osci.model.Inspection.CertificateType;
import de.amtsbote.osci.model.Inspection.MathResult;
import de.amtsbote.osci.model.Inspection.OfflineResult;
import de.amtsbote.osci.model.Inspection.OnlineResult;
import de.amtsbote.osci.model.Timestamp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.List;

/** Inspections as octets for the store. */
final class InspectionCodec {

  private static final int VERSION = 1;

  private InspectionCodec() {}

  static byte[] encode(List<Inspection> inspections) {
    var octets = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(octets)) {
      out.writeByte(VERSION);
      Octets.writeAll(out, inspections, InspectionCodec::write);
      return octets.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Inspection> decode(byte[] octets) {
    try (var in = new DataInputStream(new ByteArrayInputStream(octets))) {
      if (in.readByte() != VERSION) {
        throw new IOException("inspections of another version");
      }
      return Octets.readAll(in, InspectionCodec::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, Inspection inspection) throws IOException {
    var time = (Timestamp.Plain) inspection.timestamp();
    Octets.writeText(out, time.time());
    Octets.writeText(out, inspection.subject());
    Octets.writeText(out, inspection.issuer());
    Octets.writeText(out, inspection.serial());
    Octets.writeText(out, inspection.type());
    Octets.writeText(out, inspection.math());
    Octets.writeText(out, inspection.offline());
    var online = inspection.online();
    out.writeBoolean(online != null);
    if (online != null) {
      out.writeBoolean(online.revoked());
      Octets.writeText(out, online.ocsp());
      Octets.writeText(out, online.crl());
    }
  }

  private static Inspection read(DataInputStream in) throws IOException {
    return new Inspection(
        Timestamp.of(OffsetDateTime.parse(Octets.readText(in))),
        Octets.readText(in),
        Octets.readText(in),
        new BigInteger(Octets.readText(in)),
        CertificateType.valueOf(Octets.readText(in)),
        MathResult.valueOf(Octets.readText(in)),
        OfflineResult.valueOf(Octets.readText(in)),
        in.readBoolean() ? readOnline(in) : null);
  }

  private static OnlineResult readOnline(DataInputStream in) throws IOException {
    boolean revoked = in.readBoolean();
    var ocsp = Octets.readText(in);
    var crl = Octets.readText(in);
    return new OnlineResult(revoked, ocsp, crl == null ? null : OffsetDateTime.parse(crl), null);
  }
}
