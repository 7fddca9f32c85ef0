resource "azurerm_storage_account" "portal" {
  name                     = "clinicportal"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

resource "azurerm_storage_account_static_website" "portal" {
  storage_account_id = azurerm_storage_account.portal.id
  index_document     = "index.html"
}

resource "azurerm_storage_account" "records" {
  name                          = "clinicrecords"
  resource_group_name           = "clinic"
  location                      = "eastus2"
  account_tier                  = "Standard"
  account_replication_type      = "GRS"
  public_network_access_enabled = false
}
