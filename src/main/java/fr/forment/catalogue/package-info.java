/**
 * The grid of trainings: which module for which profile, by whom, under whose responsibility, how long and after what.
 * Its first content is the fiche's table, row by row; people of the circonscription then adapt it. Nothing here knows a
 * person or a date.
 *
 * <p>Glossary: <b>fiche</b>: the guide page that describes the modules wished for in an ENT training plan; <b>Erun</b>:
 * "enseignant référent aux usages du numérique", trains and administers; <b>Ien</b>: inspector, head of a
 * circonscription; <b>Cpd</b>/<b>Cpc</b>: pedagogical advisers of the département / of the circonscription; <b>Dsi</b>:
 * IT department of the collectivité.
 */
package fr.forment.catalogue;
