package fr.forment.french;

/**
 * A form that came twice: what it asks stands already. Nothing is done a second time, and nobody is told that the first
 * time was lost.
 */
public class Recorded extends Refusal {

    public Recorded() {
        super("C'est déjà enregistré : ce que vous venez d'envoyer est ce qui vaut maintenant.");
    }
}
