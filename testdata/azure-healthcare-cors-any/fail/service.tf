resource "azurerm_healthcare_fhir_service" "records" {
  name                = "records"
  resource_group_name = "clinic"
  location            = "eastus2"
  workspace_id        = azurerm_healthcare_workspace.clinic.id
  kind                = "fhir-R4"

  cors {
    allowed_origins = ["*"] # expect: fail
    allowed_headers = ["*"]
    allowed_methods = ["GET"]
  }
}

resource "azurerm_healthcare_service" "old" {
  name                = "clinic-old"
  resource_group_name = "clinic"
  location            = "eastus2"
  kind                = "fhir-R4"

  cors_configuration {
    allowed_origins = ["https://portal.clinic.example", "*"] # expect: fail
  }
}
