fn admit(patient: &Patient) {
    tracing::info!("admitted {}", patient.id);
}
