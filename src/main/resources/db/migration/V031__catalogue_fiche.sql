-- The fiche's table, row by row, loaded once: whatever people edit afterwards stays.
-- Durations, group sizes, formats and natures are usual values, not the fiche's: editable defaults.
INSERT INTO training_module (version, code, rubric, level, position, title, trainer_kind, responsible_body, nature, format, complements,
                             duration_minutes, group_size, calendar, active)
VALUES
(0, 'PRES-CADRES',  'PRESENTATION',  0,  10, 'Présentation de l''ENT aux cadres et aux formateurs', 'IEN_NUMERIQUE',          'EDUCATION_NATIONALE', 'PONCTUEL',   'PRESENTIEL', NULL, 180, 20, NULL, TRUE),
(0, 'SENS-CHGT',    'PRESENTATION',  0,  20, 'Sensibilisation à la conduite du changement',         'EQUIPE_CIRCONSCRIPTION', 'EDUCATION_NATIONALE', 'PONCTUEL',   'HYBRIDE',    NULL, 90, 20, NULL, TRUE),
(0, 'PRES-ECOLE',   'PRESENTATION',  0,  30, 'Présentation de l''ENT à l''équipe de l''école',      'EQUIPE_CIRCONSCRIPTION', 'EDUCATION_NATIONALE', 'PONCTUEL',   'HYBRIDE',    'Guide pratique de prise en main', 90, 20, NULL, TRUE),
(0, 'PRES-PARENTS', 'PRESENTATION',  0,  40, 'Présentation de l''ENT aux parents',                  'ENSEIGNANT',             'EDUCATION_NATIONALE', 'PONCTUEL',   'PRESENTIEL', 'Guide pratique pour les familles', 45, 60, NULL, TRUE),
(0, 'PEDA-1',       'PEDAGOGIE',     1,  50, 'Usage pédagogique, niveau 1',                         'EQUIPE_CIRCONSCRIPTION', 'EDUCATION_NATIONALE', 'SPECIFIQUE', 'HYBRIDE',    'Guide pratique et tutoriels', 180, 20, NULL, TRUE),
(0, 'PEDA-2',       'PEDAGOGIE',     2,  60, 'Usage pédagogique, niveau 2',                         'EQUIPE_CIRCONSCRIPTION', 'EDUCATION_NATIONALE', 'SPECIFIQUE', 'HYBRIDE',    'Guide pratique et tutoriels', 180, 20, NULL, TRUE),
(0, 'PEDA-3',       'PEDAGOGIE',     3,  70, 'Usage pédagogique, niveau 3',                         'EQUIPE_CIRCONSCRIPTION', 'EDUCATION_NATIONALE', 'CONTINU',    'HYBRIDE',    'Mutualisation de bonnes pratiques', 180, 20, NULL, TRUE),
(0, 'COMM',         'COMMUNICATION', 0,  80, 'Usage communication',                                 'EQUIPE_CIRCONSCRIPTION', 'EDUCATION_NATIONALE', 'SPECIFIQUE', 'PRESENTIEL', 'Tutoriels', 90, 20, NULL, TRUE),
(0, 'ADM-ERUN',     'ADMINISTRATIF', 0,  90, 'Usage administratif pour E-RUN et DSI',               'FOURNISSEUR',            'COLLECTIVITE',        'SPECIFIQUE', 'PRESENTIEL', 'Environnement de formation (bac à sable)', 360, 20, NULL, TRUE),
(0, 'ADM-DIR',      'ADMINISTRATIF', 0, 100, 'Usage administratif pour directeurs et administrateurs', 'ERUN_DSI',            'COLLECTIVITE',        'SPECIFIQUE', 'PRESENTIEL', 'Guide pratique de l''administrateur', 180, 20, NULL, TRUE),
(0, 'MAJ',          'MISE_A_JOUR',   0, 110, 'Mise à jour : fonctionnalités, outils, enrichissement', 'FOURNISSEUR',          'COLLECTIVITE',        'SPECIFIQUE', 'DISTANCE',   'Tutoriel en ligne', 60, 20, NULL, TRUE);

INSERT INTO module_theme (training_module, position, line)
SELECT m.id, t.place, t.line
FROM training_module m
JOIN (VALUES
    ('PRES-CADRES',  0, 'Présentation globale : objectifs de l''ENT, présentation/élaboration d''un planning de déploiement, exemples d''usages...'),
    ('SENS-CHGT',    0, 'Démarche générale du projet'),
    ('SENS-CHGT',    1, 'Focus sur la communication, l''accompagnement et la formation'),
    ('PRES-ECOLE',   0, 'Présentation globale : objectifs de l''ENT, planning de déploiement, exemples d''usages...'),
    ('PRES-PARENTS', 0, 'Présentation globale : objectifs de l''ENT, exemples d''usages...'),
    ('PEDA-1',       0, 'Niveau 1 : Présentation globale des usages du numérique dans la pédagogie'),
    ('PEDA-2',       0, 'Niveau 2 : Pratiques des ENT (usages ordinaires – cahier de textes...)'),
    ('PEDA-3',       0, 'Niveau 3 : Pratiques des ENT (usages expert – bonnes pratiques et mutualisation)'),
    ('COMM',         0, 'Édition de contenus'),
    ('COMM',         1, 'Diffusion d''informations'),
    ('MAJ',          0, 'Utilisation des nouveaux outils fournis lors de l''enrichissement (développement des usages)'),
    ('MAJ',          1, 'Tutoriel en ligne')
) AS t (code, place, line) ON t.code = m.code;

-- Both administrative rows of the fiche deal with the same themes.
INSERT INTO module_theme (training_module, position, line)
SELECT m.id, t.place, t.line
FROM training_module m
CROSS JOIN (VALUES
    (0, 'Paramétrage de l''ENT'),
    (1, 'Gestion technique'),
    (2, 'Gestion des droits et des comptes utilisateurs'),
    (3, 'Gestion des utilisateurs et des groupes'),
    (4, 'Respect des aspects juridiques'),
    (5, 'Respect des règles de confidentialité et de sécurité concernant les données'),
    (6, 'Signature de la charte lors de la première connexion, règles d''usage pour l''ENT de circonscription')
) AS t (place, line)
WHERE m.code IN ('ADM-ERUN', 'ADM-DIR');

INSERT INTO module_profile (training_module, profile, before_opening)
SELECT m.id, p.profile, p.before_opening
FROM training_module m
JOIN (VALUES
    ('PRES-CADRES',  'IEN',            TRUE),
    ('PRES-CADRES',  'CPD',            TRUE),
    ('PRES-CADRES',  'CPC',            TRUE),
    ('PRES-CADRES',  'ERUN',           TRUE),
    ('SENS-CHGT',    'DIRECTEUR',      TRUE),
    ('SENS-CHGT',    'ENSEIGNANT',     FALSE),
    ('PRES-ECOLE',   'DIRECTEUR',      TRUE),
    ('PRES-ECOLE',   'ENSEIGNANT',     TRUE),
    ('PRES-PARENTS', 'PARENT',         FALSE),
    ('PEDA-1',       'ENSEIGNANT',     FALSE),
    ('PEDA-2',       'ENSEIGNANT',     FALSE),
    ('PEDA-3',       'ENSEIGNANT',     FALSE),
    ('COMM',         'ENSEIGNANT',     FALSE),
    ('ADM-ERUN',     'ERUN',           TRUE),
    ('ADM-ERUN',     'DSI',            TRUE),
    ('ADM-DIR',      'DIRECTEUR',      TRUE),
    ('ADM-DIR',      'ADMINISTRATEUR', TRUE),
    ('MAJ',          'ERUN',           FALSE),
    ('MAJ',          'IEN',            FALSE),
    ('MAJ',          'IEN_NUMERIQUE',  FALSE)
) AS p (code, profile, before_opening) ON p.code = m.code;

INSERT INTO module_prerequisite (training_module, prerequisite)
SELECT m.id, p.prerequisite
FROM training_module m
JOIN (VALUES
    ('PEDA-1',  'PRES-ECOLE'),
    ('PEDA-2',  'PEDA-1'),
    ('PEDA-3',  'PEDA-2'),
    ('ADM-DIR', 'PRES-CADRES'),
    ('ADM-DIR', 'ADM-ERUN')
) AS p (code, prerequisite) ON p.code = m.code;
