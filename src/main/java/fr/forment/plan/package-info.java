/**
 * The training plan of an ENT project: what is needed turned into dated and staffed sessions, the means they take, and
 * the plan's way from calculation through consultation to the decision of the IEN. A version is never changed once it
 * was decided on; a change afterwards is an amendment (avenant) with a decision of its own.
 *
 * <p>Glossary: <b>Vague</b>: schools that open together; <b>Avenant</b>: amendment of an approved plan; <b>chain</b>:
 * the versions of one plan, named by the id of the first; <b>line</b>: number of a session, the same in every version;
 * <b>Ien</b>, <b>Erun</b>, <b>Cpc</b>, <b>Cpd</b>, <b>Dsi</b>: see the catalogue.
 */
package fr.forment.plan;
