package leakcensus.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes through the elements of a part of a workbook; names are told without their namespaces. */
final class XmlEvents implements Closeable {

  /** A tag or a comment longer than this and a record is junk. */
  private static final int TAG_BYTES = 1 << 20;

  private final LimitedPart part;
  private final XMLStreamReader xml;
  private int event = XMLStreamConstants.START_DOCUMENT;

  /**
   * Opens a part.
   *
   * @param maxTextBytes longest text that is expected
   * @throws IOException if it is not XML
   */
  XmlEvents(InputStream bytes, int maxTextBytes) throws IOException {
    part = new LimitedPart(bytes, maxTextBytes + (long) TAG_BYTES);
    try {
      xml = factory().createXMLStreamReader(part);
    } catch (XMLStreamException | RuntimeException fault) {
      throw broken();
    }
  }

  /** Goes to the next tag or text; whether there is one. */
  boolean next() throws IOException {
    try {
      part.progress();
      if (!xml.hasNext()) {
        return false;
      }
      event = xml.next();
      return event != XMLStreamConstants.END_DOCUMENT;
    } catch (XMLStreamException | RuntimeException fault) {
      // The parser throws unchecked ones too at broken text.
      throw broken();
    }
  }

  boolean isStart(String name) {
    return event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name);
  }

  boolean isEnd(String name) {
    return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(name);
  }

  boolean isText() {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  /** Adds the text to one that grows; whether it stays within a length. */
  boolean appendTo(StringBuilder text, long maxCharacters) {
    if (text.length() + (long) xml.getTextLength() > maxCharacters) {
      return false;
    }
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    return true;
  }

  /** An attribute of the tag, whatever its namespace; empty if it has none. */
  String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    part.close();
  }

  /**
   * The platform's own parser, whatever else stands on the classpath; one for each part, since
   * nothing says that many threads may share it.
   */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /** The parser's message quotes the text, so it ends here. */
  private static IOException broken() {
    return new IOException("Cannot read a part of a workbook: it is not well formed");
  }
}
