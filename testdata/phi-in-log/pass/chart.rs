struct Patient {
    id: String,
    ssn: String,
}

fn admit(patient: &Patient) {
    tracing::info!("admitted {}", patient.id);
}
