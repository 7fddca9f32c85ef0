resource "azurerm_healthcare_fhir_service" "records" { # expect: fail
  name                = "records"
  resource_group_name = "clinic"
  location            = "eastus2"
  workspace_id        = azurerm_healthcare_workspace.clinic.id
  kind                = "fhir-R4"
}
