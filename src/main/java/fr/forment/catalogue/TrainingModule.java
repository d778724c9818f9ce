package fr.forment.catalogue;

import fr.forment.french.French;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One row of the grid. Its code, rubric and level never change: plans, sessions and records of persons refer to them.
 */
@Table("training_module")
public class TrainingModule {

    /** What the journal calls a module; its lines name the field that changed. */
    public static final String KIND = "MODULE";

    @Id
    private Long id;

    @Version
    private Long version;

    private String code;
    private Rubric rubric;
    private int level;
    private int position;
    private String title;
    private TrainerKind trainerKind;
    private ResponsibleBody responsibleBody;
    private Nature nature;
    private Format format;
    private String complements;
    private int durationMinutes;
    private int groupSize;
    private String calendar;
    private Integer validityMonths;
    private boolean active;

    @MappedCollection(idColumn = "training_module", keyColumn = "position")
    private List<Theme> themes;

    @MappedCollection(idColumn = "training_module")
    private Set<Audience> audience;

    @MappedCollection(idColumn = "training_module")
    private Set<Prerequisite> prerequisites;

    @Table("module_theme")
    record Theme(String line) {}

    @Table("module_profile")
    record Audience(Profile profile, boolean beforeOpening) {}

    @Table("module_prerequisite")
    record Prerequisite(String prerequisite) {}

    static TrainingModule of(String code, Rubric rubric, int level, int position, ModuleDetails details) {
        var module = new TrainingModule();
        module.code = code;
        module.rubric = rubric;
        module.level = level;
        module.position = position;
        module.edit(details);
        return module;
    }

    /** Without its lists: see {@link #addLists}. */
    static TrainingModule read(ResultSet row) throws SQLException {
        var module = new TrainingModule();
        module.id = row.getLong("id");
        module.version = row.getLong("version");
        module.code = row.getString("code");
        module.rubric = Rubric.valueOf(row.getString("rubric"));
        module.level = row.getInt("level");
        module.position = row.getInt("position");
        module.title = row.getString("title");
        module.trainerKind = TrainerKind.valueOf(row.getString("trainer_kind"));
        module.responsibleBody = ResponsibleBody.valueOf(row.getString("responsible_body"));
        module.nature = Nature.valueOf(row.getString("nature"));
        module.format = Format.valueOf(row.getString("format"));
        module.complements = row.getString("complements");
        module.durationMinutes = row.getInt("duration_minutes");
        module.groupSize = row.getInt("group_size");
        module.calendar = row.getString("calendar");
        module.validityMonths = row.getObject("validity_months", Integer.class);
        module.active = row.getBoolean("active");
        module.themes = new ArrayList<>();
        module.audience = new HashSet<>();
        module.prerequisites = new HashSet<>();
        return module;
    }

    /** One combination of a theme (they come in their order), an audience and a prerequisite of the module. */
    void addLists(ResultSet row) throws SQLException {
        String line = row.getString("line");
        if (line != null && row.getInt("theme_place") == themes.size()) {
            themes.add(new Theme(line));
        }
        String profile = row.getString("profile");
        if (profile != null) {
            audience.add(new Audience(Profile.valueOf(profile), row.getBoolean("before_opening")));
        }
        String prerequisite = row.getString("prerequisite");
        if (prerequisite != null) {
            prerequisites.add(new Prerequisite(prerequisite));
        }
    }

    void edit(ModuleDetails details) {
        title = details.title();
        trainerKind = details.trainerKind();
        responsibleBody = details.responsibleBody();
        nature = details.nature();
        format = details.format();
        complements = details.complements();
        durationMinutes = details.durationMinutes();
        groupSize = details.groupSize();
        calendar = details.calendar();
        validityMonths = details.validityMonths();
        active = details.active();
        themes = details.themes().stream().map(Theme::new).toList();
        audience = details.profiles().stream()
                .map(profile -> new Audience(profile, details.beforeOpening().contains(profile)))
                .collect(Collectors.toSet());
        prerequisites = details.prerequisites().stream().map(Prerequisite::new).collect(Collectors.toSet());
    }

    public ModuleDetails details() {
        return new ModuleDetails(
                title,
                themes(),
                profiles(),
                profilesBeforeOpening(),
                trainerKind,
                responsibleBody,
                nature,
                format,
                complements,
                durationMinutes,
                groupSize,
                calendar,
                prerequisites(),
                validityMonths,
                active);
    }

    public String code() {
        return code;
    }

    /** Counts the edits; a form hands it back, so that nobody overwrites unseen what somebody else has just changed. */
    public long version() {
        return version == null ? 0 : version;
    }

    public String title() {
        return title;
    }

    public Rubric rubric() {
        return rubric;
    }

    /** 1 to 3 for the levels of "usage pédagogique", 0 elsewhere. */
    public int level() {
        return level;
    }

    /** Place within the grid, ascending: the usual order in which a person follows the modules. */
    public int position() {
        return position;
    }

    public List<String> themes() {
        return themes.stream().map(Theme::line).toList();
    }

    /** In the order of the enum. */
    public Set<Profile> profiles() {
        return audience.stream()
                .map(Audience::profile)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Profile.class)));
    }

    /** The profiles for whom the module is compulsory before the ENT opens in a school. */
    public Set<Profile> profilesBeforeOpening() {
        return audience.stream()
                .filter(Audience::beforeOpening)
                .map(Audience::profile)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Profile.class)));
    }

    public boolean isBeforeOpening(Profile profile) {
        return profilesBeforeOpening().contains(profile);
    }

    /**
     * Belongs to the first phase of a deployment: compulsory for people who then train others, or meant for the
     * circonscription's own people alone. Updates are neither: releases call for them.
     */
    public boolean trainsTrainers() {
        return profilesBeforeOpening().stream().anyMatch(Profile::isTrainer)
                || rubric != Rubric.MISE_A_JOUR && profiles().stream().allMatch(Profile::isOfOffice);
    }

    /** Whether plans seat people in sessions of it; the others are followed alone, or their publics only counted. */
    public boolean isHeldInSessions() {
        return format.isSession() && profiles().stream().anyMatch(profile -> profile != Profile.ELEVE);
    }

    public TrainerKind trainerKind() {
        return trainerKind;
    }

    public ResponsibleBody responsibleBody() {
        return responsibleBody;
    }

    public Nature nature() {
        return nature;
    }

    public Format format() {
        return format;
    }

    /** Guides, tutorials, practice environment; null when there is none. */
    public String complements() {
        return complements;
    }

    public int durationMinutes() {
        return durationMinutes;
    }

    /** As people read it: "1 h 30", "45 min". */
    public String duration() {
        return French.duration(durationMinutes);
    }

    /** Usual number of persons in one session. */
    public int groupSize() {
        return groupSize;
    }

    /** The column "calendrier", left open by the fiche: null until the plan or a person fills it. */
    public String calendar() {
        return calendar;
    }

    /**
     * Codes of the modules that come before this one in a deployment. Some concern the person ({@code PRES-ECOLE}
     * before {@code PEDA-1}), others the trainers ({@code ADM-ERUN} before {@code ADM-DIR}).
     */
    public Set<String> prerequisites() {
        return prerequisites.stream()
                .map(Prerequisite::prerequisite)
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** After how many months it is to be followed again; null for a training that is followed once and for all. */
    public Integer validityMonths() {
        return validityMonths;
    }

    public boolean isActive() {
        return active;
    }
}
