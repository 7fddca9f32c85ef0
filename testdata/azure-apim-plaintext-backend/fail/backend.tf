resource "azurerm_api_management_backend" "fhir" {
  name                = "fhir"
  resource_group_name = "clinic"
  api_management_name = "clinic-exchange"
  protocol            = "http"
  url                 = "http://fhir.clinic.example/r4" # expect: fail
}
