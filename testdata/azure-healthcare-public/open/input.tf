variable "public" {}

resource "azurerm_healthcare_dicom_service" "imaging" {
  name                          = "imaging"
  location                      = "eastus2"
  workspace_id                  = azurerm_healthcare_workspace.clinic.id
  public_network_access_enabled = var.public # expect: open
}
