resource "azurerm_healthcare_service" "records" {
  name                          = "clinic-records"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  kind                          = "fhir-R4"
  public_network_access_enabled = true # expect: fail
}

resource "azurerm_healthcare_workspace" "clinic" { # expect: fail
  name                = "clinicclinic"
  resource_group_name = "clinic"
  location            = "eastus2"
}

resource "azurerm_healthcare_dicom_service" "imaging" {
  name                          = "imaging"
  location                      = "eastus2"
  workspace_id                  = azurerm_healthcare_workspace.clinic.id
  public_network_access_enabled = true # expect: fail
}
