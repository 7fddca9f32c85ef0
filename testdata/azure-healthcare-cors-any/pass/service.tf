resource "azurerm_healthcare_fhir_service" "records" {
  name                = "records"
  resource_group_name = "clinic"
  location            = "eastus2"
  workspace_id        = azurerm_healthcare_workspace.clinic.id
  kind                = "fhir-R4"

  cors {
    allowed_origins = ["https://portal.clinic.example"]
    allowed_headers = ["*"]
    allowed_methods = ["GET"]
  }
}

resource "azurerm_healthcare_dicom_service" "imaging" {
  name         = "imaging"
  location     = "eastus2"
  workspace_id = azurerm_healthcare_workspace.clinic.id
}
