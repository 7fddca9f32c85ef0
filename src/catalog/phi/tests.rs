//! The words of `rules/phi.toml`, and what names mean with them.

use std::collections::BTreeMap;

use super::*;
use crate::catalog::control::is_citation;

fn ours() -> Lexicon {
    Lexicon::from_toml(include_str!("../../../rules/phi.toml")).unwrap()
}

/// `name` in `context`, nearest first and parted by spaces, as `level:term`, or `-`.
fn judged(lexicon: &Lexicon, name: &str, context: &str) -> String {
    let context: Vec<&str> = context.split_whitespace().collect();
    lexicon.judge(name, &context).map_or("-".to_owned(), |found| format!("{}:{}", found.level.name(), found.term.id))
}

#[track_caller]
fn check(cases: &[(&str, &str, &str)]) {
    let lexicon = ours();
    for (name, context, expected) in cases {
        assert_eq!(judged(&lexicon, name, context), *expected, "{name} in [{context}]");
    }
}

#[test]
fn the_file_is_sound() {
    let lexicon = ours();
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for term in &lexicon.terms {
        assert_eq!(term.provision.is_empty(), term.kind == TermKind::Health, "{}", term.id);
        assert!(term.provision.is_empty() || is_citation(&term.provision), "{}", term.id);
        assert_eq!(lexicon.terms.iter().filter(|other| other.id == term.id).count(), 1, "{}", term.id);
        for pattern in term.strong.iter().chain(&term.contextual).chain(&term.weak).chain(&term.alone) {
            let words = words::split(pattern).join(" ");
            assert!(!words.is_empty(), "{}: {pattern}", term.id);
            if let Some(other) = seen.insert(words, &term.id) {
                panic!("'{pattern}' of {} is in {other} already", term.id);
            }
        }
    }
    let letters: std::collections::BTreeSet<&str> = lexicon.terms.iter().map(|term| term.provision.as_str()).collect();
    for letter in 'A'..='R' {
        assert!(letters.contains(format!("164.514(b)(2)(i)({letter})").as_str()), "{letter}");
    }
    let shape = &lexicon.shape;
    for word in shape.last.iter().chain(&shape.first).chain(&shape.wrappers) {
        assert_eq!(words::split(word).len(), 1, "{word}");
    }
    assert!(shape.yes_no.iter().all(|word| shape.first.contains(word)));
}

#[test]
fn a_run_that_means_something_else_does_not_take_a_strong_word() {
    let lexicon = ours();
    for term in &lexicon.terms {
        for pattern in &term.strong {
            let found = lexicon.judge(pattern, &[]).unwrap_or_else(|| panic!("{pattern} is not found"));
            assert_eq!(found.level, Level::Strong, "{pattern}");
        }
        for pattern in &term.not {
            let found = lexicon.judge(pattern, &[]);
            assert!(found.is_none_or(|found| found.term.id != term.id), "{pattern}");
        }
    }
}

#[test]
fn the_binary_form_keeps_everything() {
    let lexicon = ours();
    let back: Lexicon = postcard::from_bytes(&postcard::to_stdvec(&lexicon).unwrap()).unwrap();
    assert_eq!((&back.terms, &back.context, &back.shape), (&lexicon.terms, &lexicon.context, &lexicon.shape));
    assert_eq!(judged(&back, "ssn", ""), "strong:ssn");
}

#[test]
fn strong_words_count_on_sight_in_every_fashion_of_writing() {
    check(&[
        ("ssn", "", "strong:ssn"),
        ("patientSSN", "", "strong:ssn"),
        ("user_ssn_last4", "", "strong:ssn"),
        ("socialsecuritynumber", "", "strong:ssn"),
        ("MRNs", "", "strong:mrn"),
        ("dateOfBirth", "", "strong:date"),
        ("birthdate", "", "strong:date"),
        ("primaryDiagnosis", "", "strong:diagnosis"),
        ("hba1c", "", "strong:lab"),
        ("phq9Score", "", "strong:sensitive"),
        ("request.patient.firstName", "", "strong:name"),
        ("patient_allergies", "", "strong:allergy"),
        ("assess", "", "-"),
        ("session", "", "-"),
        ("passion", "", "-"),
    ]);
}

#[test]
fn contextual_words_need_a_patient_or_health_data_beside_them() {
    check(&[
        ("email", "", "-"),
        ("email", "User", "-"),
        ("email", "Clinic src/hospital", "-"),
        ("email", "Prescription", "contextual:email"),
        ("email", "form src/patients/intake.py", "contextual:email"),
        ("pt_zip", "", "contextual:address"),
        ("memberEmail", "", "-"),
        ("memberEmail", "src/fhir/client.ts", "contextual:email"),
        ("userPhone", "Encounter ehr", "contextual:phone"),
        ("patient_id", "", "contextual:mrn"),
        ("memberId", "TeamMember", "-"),
        ("memberId", "eligibility payer", "contextual:beneficiary-number"),
        ("gender", "Patient", "contextual:demographic"),
        ("gender", "Theme hospital", "-"),
    ]);
}

#[test]
fn health_words_with_other_meanings_need_healthcare_near() {
    check(&[
        ("rx", "", "-"),
        ("rx", "Network", "-"),
        ("dose", "Medication", "contextual:medication"),
        ("claim", "", "-"),
        ("claim", "payer", "-"),
        ("claim", "adjudicate patient health_insurance", "weak:insurance"),
        ("claimAmount", "payer", "contextual:insurance"),
        ("jwtClaim", "patient diagnosis", "-"),
        ("coverage", "src/fhir", "-"),
        ("code_coverage", "patient diagnosis", "-"),
        ("encounter", "fhir", "contextual:encounter"),
    ]);
}

#[test]
fn weak_words_need_both() {
    check(&[
        ("display_name", "patient", "-"),
        ("display_name", "report patient diagnosis", "weak:name"),
        ("physician", "patient", "-"),
        ("physician", "report patient diagnosis", "weak:care-provider"),
        ("client_ip", "visit patient", "-"),
    ]);
}

#[test]
fn an_owner_reads_on_into_the_name() {
    check(&[
        ("name", "Patient", "strong:name"),
        ("name", "PatientDto", "strong:name"),
        ("firstName", "PatientEntity", "strong:name"),
        ("email", "Patient", "strong:email"),
        ("name", "Medication", "strong:medication"),
        ("name", "File patient diagnosis", "-"),
        ("name", "Facility patient diagnosis", "-"),
        ("logger", "PatientSsnService", "-"),
        ("name", "src Patient", "-"),
    ]);
}

#[test]
fn names_about_the_data_are_not_the_data() {
    check(&[
        ("ssnLabel", "", "-"),
        ("patient_name_field", "", "-"),
        ("hasSsn", "", "-"),
        ("diagnosis_count", "", "-"),
        ("maskedMrn", "", "-"),
        ("dobFormat", "", "-"),
        ("validate_ssn", "", "-"),
        ("patientController", "Patient", "-"),
        ("test_result", "report patient specimen biopsy", "weak:lab"),
        ("is_pregnant", "", "strong:sensitive"),
        ("hasDiagnosis", "", "strong:diagnosis"),
        ("maxSystolic", "", "-"),
        ("fileName", "patient diagnosis", "-"),
        ("hashedMrn", "patient", "contextual:other-identifier"),
    ]);
}

#[test]
fn a_patient_alone_is_the_record() {
    check(&[
        ("patient", "", "contextual:record"),
        ("patients", "", "contextual:record"),
        ("patientPortal", "", "-"),
        ("newPatientFlow", "", "-"),
        ("patientData", "", "strong:record"),
    ]);
}

#[test]
fn the_pattern_that_told_is_given() {
    let lexicon = ours();
    let found = lexicon.judge("legacy_patient_first_name", &[]).unwrap();
    assert_eq!((found.pattern, found.term.provision.as_str()), ("patient first name", "164.514(b)(2)(i)(A)"));
}

#[test]
fn users_words_are_added_and_taken_away() {
    let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let lexicon = ours();
    assert_eq!(judged(&lexicon, "caseRef", ""), "-");
    let lexicon = lexicon.with_words(&words(&["case_ref"]), &words(&["survey_diagnosis"]));
    assert_eq!(judged(&lexicon, "caseRef", ""), "strong:custom");
    assert_eq!(judged(&lexicon, "surveyDiagnosis", ""), "-");
    assert_eq!(judged(&lexicon, "diagnosis", ""), "strong:diagnosis");
}

#[test]
fn hostile_names_are_answered() {
    let lexicon = ours();
    for name in
        ["", " ", "\u{0}", "___", "ſsn", "🩺patient🩺", "ÀÀÀ", &"patient_".repeat(100_000), &"Ss".repeat(100_000)]
    {
        let _ = lexicon.judge(name, &[name, name]);
    }
}
