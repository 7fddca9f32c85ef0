use tracing::info;

fn admit(patient: &Patient) {
    info!("admitted {}", patient.ssn); // expect: fail
    log::warn!("no match for {}", patient.mrn); // expect: fail
    println!("{:?}", patient.date_of_birth); // expect: fail
}
