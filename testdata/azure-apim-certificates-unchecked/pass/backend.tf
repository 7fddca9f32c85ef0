resource "azurerm_api_management_backend" "fhir" {
  name                = "fhir"
  resource_group_name = "clinic"
  api_management_name = "clinic-exchange"
  protocol            = "http"
  url                 = "https://fhir.clinic.example/r4"

  tls {
    validate_certificate_chain = true
    validate_certificate_name  = true
  }
}
