resource "azurerm_cosmosdb_account" "intake" {
  name                          = "clinic-intake"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  offer_type                    = "Standard"
  public_network_access_enabled = false
}

resource "azurerm_cosmosdb_account" "claims" {
  name                = "clinic-claims"
  resource_group_name = "clinic"
  location            = "eastus2"
  offer_type          = "Standard"
  ip_range_filter     = ["203.0.113.0/28"]
}

resource "azurerm_cosmosdb_account" "forms" {
  name                              = "clinic-forms"
  resource_group_name               = "clinic"
  location                          = "eastus2"
  offer_type                        = "Standard"
  is_virtual_network_filter_enabled = true

  virtual_network_rule {
    id = azurerm_subnet.data.id
  }
}
