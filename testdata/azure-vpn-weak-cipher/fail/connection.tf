resource "azurerm_virtual_network_gateway_connection" "hospital" {
  name                       = "hospital"
  resource_group_name        = "clinic"
  location                   = "eastus2"
  type                       = "IPsec"
  virtual_network_gateway_id = azurerm_virtual_network_gateway.clinic.id

  ipsec_policy {
    dh_group         = "DHGroup14"
    ike_encryption   = "DES3" # expect: fail
    ike_integrity    = "SHA256"
    ipsec_encryption = "AES256"
    ipsec_integrity  = "SHA256"
    pfs_group        = "PFS14"
  }
}

resource "azurerm_virtual_network_gateway_connection" "lab" {
  name                       = "lab"
  resource_group_name        = "clinic"
  location                   = "eastus2"
  type                       = "IPsec"
  virtual_network_gateway_id = azurerm_virtual_network_gateway.clinic.id

  ipsec_policy {
    dh_group         = "DHGroup2" # expect: fail
    ike_encryption   = "AES256"
    ike_integrity    = "SHA256"
    ipsec_encryption = "AES256"
    ipsec_integrity  = "SHA256"
    pfs_group        = "PFS2"
  }
}
