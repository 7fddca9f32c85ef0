resource "azurerm_healthcare_service" "records" {
  name                          = "clinic-records"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  kind                          = "fhir-R4"
  public_network_access_enabled = false
}

resource "azurerm_healthcare_dicom_service" "imaging" {
  name                          = "imaging"
  location                      = "eastus2"
  workspace_id                  = azurerm_healthcare_workspace.clinic.id
  public_network_access_enabled = false
}

resource "azurerm_healthcare_workspace" "clinic" {
  name                = "clinicclinic"
  resource_group_name = "clinic"
  location            = "eastus2"
}

resource "azurerm_healthcare_dicom_service" "research" {
  name         = "research"
  location     = "eastus2"
  workspace_id = azurerm_healthcare_workspace.clinic.id
}

resource "azurerm_private_endpoint" "clinic" {
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  subnet_id           = azurerm_subnet.data.id

  private_service_connection {
    name                           = "clinic"
    private_connection_resource_id = azurerm_healthcare_workspace.clinic.id
    subresource_names              = ["healthcareworkspace"]
    is_manual_connection           = false
  }
}
