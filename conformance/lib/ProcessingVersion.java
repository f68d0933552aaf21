import processing.core.PApplet;

/** Prints the version of Java, if the core of Processing is there. */
public class ProcessingVersion {
  public static void main(String[] arguments) {
    System.out.println(
      "Processing 4, Java " + Runtime.version().feature() +
      (PApplet.class.isInterface() ? "" : "")
    );
  }
}
