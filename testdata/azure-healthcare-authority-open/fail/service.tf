resource "azurerm_healthcare_service" "records" { # expect: fail
  name                = "clinic-records"
  resource_group_name = "clinic"
  location            = "eastus2"
  kind                = "fhir-R4"
}
