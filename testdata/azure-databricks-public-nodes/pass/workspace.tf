resource "azurerm_databricks_workspace" "research" {
  name                = "research"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "premium"

  custom_parameters {
    no_public_ip       = true
    virtual_network_id = azurerm_virtual_network.research.id
  }
}

resource "azurerm_databricks_workspace" "claims" {
  name                = "claims"
  resource_group_name = "clinic"
  location            = "eastus2"
  sku                 = "premium"
}
