resource "aws_emr_cluster" "clinic" {
  name          = "cohorts"
  release_label = "emr-7.5.0"
  kerberos_attributes {
    realm              = "CLINIC.INTERNAL"
    kdc_admin_password = "from-a-secret"
  }
}
