variable "origins" {}

resource "azurerm_healthcare_fhir_service" "records" {
  name                = "records"
  resource_group_name = "clinic"
  location            = "eastus2"
  workspace_id        = azurerm_healthcare_workspace.clinic.id
  kind                = "fhir-R4"

  cors {
    allowed_origins = var.origins # expect: open
    allowed_headers = ["*"]
    allowed_methods = ["GET"]
  }
}
