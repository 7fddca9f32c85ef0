variable "group" {}

resource "azurerm_virtual_network_gateway_connection" "hospital" {
  name                       = "hospital"
  resource_group_name        = "clinic"
  location                   = "eastus2"
  type                       = "IPsec"
  virtual_network_gateway_id = azurerm_virtual_network_gateway.clinic.id

  ipsec_policy {
    dh_group         = var.group # expect: open
    ike_encryption   = "AES256"
    ike_integrity    = "SHA256"
    ipsec_encryption = "AES256"
    ipsec_integrity  = "SHA256"
    pfs_group        = "PFS14"
  }
}
