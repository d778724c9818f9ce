package fr.forment.engine;

/** Signs somebody in for what follows in a test, as the application knows him. */
public interface SignsIn {

    void as(String login);
}
