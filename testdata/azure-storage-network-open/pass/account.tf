resource "azurerm_storage_account" "imaging" {
  name                          = "clinicimaging"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  account_tier                  = "Standard"
  account_replication_type      = "GRS"
  public_network_access_enabled = false
}

resource "azurerm_storage_account" "letters" {
  name                     = "clinicletters"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"

  network_rules {
    default_action             = "Deny"
    bypass                     = ["AzureServices"]
    virtual_network_subnet_ids = [azurerm_subnet.data.id]
  }
}
