package fr.forment.catalogue;

import java.util.Map;

/** Where the tutorials of modules are found. Answered by the room that keeps the materials. */
public interface Tutorials {

    /** One that may be followed instead of a session, because anybody can open it. */
    record Tutorial(String title, String address) {}

    /** By code of the module, those of one circonscription that hold today. */
    Map<String, Tutorial> in(String circonscriptionUai);
}
