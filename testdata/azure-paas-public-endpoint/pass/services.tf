resource "azurerm_search_service" "records" {
  name                          = "clinic-records"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  public_network_access_enabled = false
}

resource "azurerm_data_factory" "claims" {
  name                   = "clinic-claims"
  resource_group_name    = "clinic"
  location               = "eastus2"
  public_network_enabled = false
}

resource "azurerm_app_configuration" "portal" {
  name                  = "clinic-portal"
  resource_group_name   = "clinic"
  location              = "eastus2"
  public_network_access = "Disabled"
}

resource "azurerm_api_management" "exchange" {
  name                 = "clinic-exchange"
  resource_group_name  = "clinic"
  location             = "eastus2"
  publisher_name       = "Clinic"
  publisher_email      = "it@clinic.example"
  sku_name             = "Developer_1"
  virtual_network_type = "Internal"
}
