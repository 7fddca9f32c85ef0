resource "azurerm_healthcare_fhir_service" "records" {
  name                = "records"
  resource_group_name = "clinic"
  location            = "eastus2"
  workspace_id        = azurerm_healthcare_workspace.clinic.id
  kind                = "fhir-R4"

  authentication {
    authority = "https://login.microsoftonline.com/5c1e0a3e-0000-4000-8000-000000000001"
    audience  = "https://clinic-records.fhir.azurehealthcareapis.com"
  }
}
